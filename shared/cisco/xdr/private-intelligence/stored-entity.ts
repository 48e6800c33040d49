import { z } from 'zod';

/** An entity as private intelligence gives it back. `id` is its whole address. */
export const storedEntitySchema = z.object({ id: z.string().min(1) });
export type StoredEntity = z.infer<typeof storedEntitySchema>;

/** The last part of an entity's address, `incident-<uuid>`, which routes take too. */
export function shortIdOf({ id }: StoredEntity): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
