import type { ReadSecret } from '#shared/credentials/secret-reader.ts';
import type { SecretVersions, VersionLabel } from '#shared/credentials/secret-versions.ts';

/** One secret with its versions, labelled as Secrets Manager does it. */
export class InMemorySecretVersions<T> implements SecretVersions<T> {
  readonly #values = new Map<string, T>();
  readonly #labels = new Map<VersionLabel, string>();
  #pasted = 0;

  /** What a person does: stores a value as the current version. */
  paste(value: T): string {
    this.#pasted += 1;
    const versionId = `pasted-${this.#pasted}`;
    this.#values.set(versionId, value);
    this.#makeCurrent(versionId);
    return versionId;
  }

  /** What a person does who regrets: makes the previous version the current one again. */
  rollBack(): void {
    const previous = this.#labels.get('AWSPREVIOUS');
    if (previous === undefined) throw new Error('there is no previous version');
    this.#makeCurrent(previous);
  }

  /** The version with that label, looked at by the test. */
  peek(label: VersionLabel): ReadSecret<T> | undefined {
    const versionId = this.#labels.get(label);
    const value = versionId === undefined ? undefined : this.#values.get(versionId);
    return versionId === undefined || value === undefined ? undefined : { value, versionId };
  }

  async read(label: VersionLabel): Promise<ReadSecret<T> | undefined> {
    return this.peek(label);
  }

  async put(value: T, label: Exclude<VersionLabel, 'AWSCURRENT' | 'AWSPREVIOUS'>, versionId: string) {
    this.#values.set(versionId, value);
    this.#labels.set(label, versionId);
    // Secrets Manager makes a secret's first version the current one by itself.
    if (!this.#labels.has('AWSCURRENT')) this.#labels.set('AWSCURRENT', versionId);
  }

  async promote(versionId: string, from: string | undefined): Promise<'promoted' | 'overtaken'> {
    const current = this.#labels.get('AWSCURRENT');
    if (current === versionId) return 'promoted';
    if (current !== from) return 'overtaken';
    this.#makeCurrent(versionId);
    return 'promoted';
  }

  #makeCurrent(versionId: string): void {
    const former = this.#labels.get('AWSCURRENT');
    if (former !== undefined) this.#labels.set('AWSPREVIOUS', former);
    this.#labels.set('AWSCURRENT', versionId);
  }
}
