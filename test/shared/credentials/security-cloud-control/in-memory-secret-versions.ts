import { isDeepStrictEqual } from 'node:util';
import type { ReadSecret } from '#shared/credentials/secret-reader.ts';
import type { SecretVersions, VersionLabel } from '#shared/credentials/secret-versions.ts';

/** One secret with its versions, as Secrets Manager keeps them: a label is on one version, a value never changes. */
export class InMemorySecretVersions<T> implements SecretVersions<T> {
  readonly #values = new Map<string, T>();
  readonly #labels = new Map<VersionLabel, string>();

  async read(label: VersionLabel): Promise<ReadSecret<T> | undefined> {
    return this.look(label);
  }

  async put(value: T, label: VersionLabel, versionId: string): Promise<void> {
    if (versionId.length < 32 || versionId.length > 64) throw new Error('InvalidParameterException');
    const stored = this.#values.get(versionId);
    if (stored !== undefined && !isDeepStrictEqual(stored, value)) throw new Error('ResourceExistsException');
    this.#values.set(versionId, value);
    this.#labels.set(label, versionId);
  }

  async promote(versionId: string, from: string | undefined): Promise<'promoted' | 'overtaken'> {
    if (!this.#values.has(versionId)) throw new Error('ResourceNotFoundException');
    const current = this.#labels.get('AWSCURRENT');
    if (current === versionId) return 'promoted';
    if (current !== from) return 'overtaken';
    if (current !== undefined) this.#labels.set('AWSPREVIOUS', current);
    this.#labels.set('AWSCURRENT', versionId);
    return 'promoted';
  }

  /** What a person or AWS itself would see, past the port. */
  look(label: VersionLabel): ReadSecret<T> | undefined {
    const versionId = this.#labels.get(label);
    const value = versionId === undefined ? undefined : this.#values.get(versionId);
    return versionId === undefined || value === undefined ? undefined : { value, versionId };
  }

  /** The values that can still be found by a label; Secrets Manager deletes the others. */
  labelled(): T[] {
    return [...this.#labels.keys()].flatMap((label) => this.look(label)?.value ?? []);
  }
}
