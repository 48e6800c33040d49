import { z } from 'zod';

/** A network object or group of Firewall Manager, and the groups that contain it. */
export const networkObjectSchema = z.strictObject({
  uid: z.uuid(),
  name: z.string().min(1),
  memberOf: z.array(z.uuid()).default([]),
});

export type NetworkObjectInput = z.input<typeof networkObjectSchema>;
export type NetworkObject = z.infer<typeof networkObjectSchema>;

/** The objects of the tenant. */
export class NetworkObjects {
  readonly #byUid = new Map<string, NetworkObject>();

  put(object: NetworkObject): void {
    this.#byUid.set(object.uid, object);
  }

  named(name: string): readonly NetworkObject[] {
    return [...this.#byUid.values()].filter((object) =>
      object.name.toLowerCase().includes(name.toLowerCase()),
    );
  }

  /** The groups that contain it directly. */
  usesOf(uid: string): readonly NetworkObject[] {
    return (this.#byUid.get(uid)?.memberOf ?? []).flatMap((group) => this.#byUid.get(group) ?? []);
  }

  clear(): void {
    this.#byUid.clear();
  }
}
