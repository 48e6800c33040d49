import { randomUUID } from 'node:crypto';
import {
  answer,
  type HttpTestServer,
  type Reaction,
  startHttpTestServer,
} from '../cisco/http-test-server.ts';

interface StoredVersion {
  readonly versionId: string;
  readonly value: string;
  labels: string[];
  readonly createdAt: Date;
}

/** Secrets Manager, Lambda and EventBridge, as far as credentials need them, on a free port until the test ends. */
export class FakeAws {
  /** What the functions answer, by name: `check-credentials`. A function that is not here fails. */
  readonly functions = new Map<string, (request: unknown) => unknown>();
  /** What the functions were called with. */
  readonly invocations: { name: string; request: unknown }[] = [];
  /** Events put on any bus: their types and details. */
  readonly events: { type: string; detail: unknown }[] = [];
  /** Secrets whose rotation was asked for. */
  readonly rotations: string[] = [];
  /** Refuses every PutSecretValue, as a missing permission does. */
  refusesToStore = false;
  #server: HttpTestServer | undefined;
  readonly #secrets = new Map<string, StoredVersion[]>();

  async start(): Promise<this> {
    this.#server = await startHttpTestServer(({ path, headers, body }) => {
      const target = headers['x-amz-target'];
      if (target === 'AWSEvents.PutEvents') return this.#putEvents(JSON.parse(body));
      if (typeof target === 'string') {
        return this.#secretsManager(target.replace('secretsmanager.', ''), JSON.parse(body));
      }
      const name = /^\/2015-03-31\/functions\/scc-automations-[a-z]+-([a-z-]+)\/invocations/.exec(path)?.[1];
      return this.#invoke(name ?? '', body);
    });
    return this;
  }

  get url(): string {
    return this.#server?.url.origin ?? '';
  }

  /** A secret as the stack makes it; without a value it has no version. */
  createSecret(name: string, value?: object): void {
    this.#secrets.set(name, []);
    if (value) this.#put(name, JSON.stringify(value));
  }

  /** As where the configuration has not been deployed yet. */
  deleteSecret(name: string): void {
    this.#secrets.delete(name);
  }

  /** The current value; nothing when there is none. */
  valueOf(name: string): unknown {
    const current = this.#current(name);
    return current && JSON.parse(current.value);
  }

  #current(name: string): StoredVersion | undefined {
    return this.#secrets.get(name)?.find(({ labels }) => labels.includes('AWSCURRENT'));
  }

  #put(name: string, value: string): StoredVersion {
    const versions = this.#secrets.get(name) ?? [];
    for (const version of versions) {
      version.labels = version.labels.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [];
    }
    const stored = { versionId: randomUUID(), value, labels: ['AWSCURRENT'], createdAt: new Date() };
    this.#secrets.set(name, [...versions, stored]);
    return stored;
  }

  #secretsManager(action: string, request: { SecretId: string; SecretString?: string }): Reaction {
    const name = request.SecretId;
    const versions = this.#secrets.get(name);
    if (!versions) return refusal('ResourceNotFoundException');
    switch (action) {
      case 'ListSecretVersionIds':
        return answer(200, {
          Name: name,
          Versions: versions.map(({ versionId, labels, createdAt }) => ({
            VersionId: versionId,
            VersionStages: labels,
            CreatedDate: createdAt.getTime() / 1000,
          })),
        });
      case 'GetSecretValue': {
        const current = this.#current(name);
        if (!current) return refusal('ResourceNotFoundException');
        return answer(200, { Name: name, VersionId: current.versionId, SecretString: current.value });
      }
      case 'PutSecretValue':
        // AWS's own message quotes what was sent in some cases, so this one does.
        if (this.refusesToStore) return refusal('AccessDeniedException', request.SecretString);
        return answer(200, { Name: name, VersionId: this.#put(name, request.SecretString ?? '').versionId });
      case 'DescribeSecret':
        return answer(200, {
          ARN: `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`,
          Name: name,
          VersionIdsToStages: Object.fromEntries(
            versions.map(({ versionId, labels }) => [versionId, labels]),
          ),
        });
      case 'RotateSecret':
        this.rotations.push(name);
        return answer(200, { Name: name, VersionId: this.#put(name, '{}').versionId });
      default:
        return refusal('InvalidRequestException');
    }
  }

  #putEvents({ Entries }: { Entries: { DetailType: string; Detail: string }[] }): Reaction {
    for (const { DetailType, Detail } of Entries) {
      this.events.push({ type: DetailType, detail: JSON.parse(Detail) });
    }
    return answer(200, { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: randomUUID() })) });
  }

  #invoke(name: string, body: string): Reaction {
    const request: unknown = JSON.parse(body);
    this.invocations.push({ name, request });
    const handle = this.functions.get(name);
    if (handle) return answer(200, handle(request));
    return answer(200, { errorMessage: 'it broke' }, { 'x-amz-function-error': 'Unhandled' });
  }
}

function refusal(type: string, message = 'refused'): Reaction {
  return answer(400, { __type: type, message }, { 'content-type': 'application/x-amz-json-1.1' });
}
