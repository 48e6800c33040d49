import { z } from 'zod';

/** What an inline object or a network object is. */
export const objectSubtypes = ['host', 'range', 'cidr', 'fqdn'] as const;

const referenceSchema = z.object({ id: z.uuid(), name: z.string().catch('(no name)') });

/** An object or group that another one names. */
export type ObjectReference = z.infer<typeof referenceSchema>;

const inlineObjectSchema = z.object({ subtype: z.enum(objectSubtypes), value: z.string().min(1) });

/**
 * An object that stands in one group only and has no name. Its id, where it has one, is left out: nothing says that it
 * outlives a change of the group.
 */
export type InlineObject = z.infer<typeof inlineObjectSchema>;

/** What the API says of the last change. What is missing or cannot be read counts as not shown. */
const metadataSchema = z
  .object({
    version: z.int().optional().catch(undefined),
    updatedAt: z.string().pipe(z.coerce.date()).optional().catch(undefined),
  })
  .optional()
  .catch(undefined);

/**
 * A group as a read or a change of it shows it; of the many fields, those that a change must send back or that prove
 * something. A list that is missing counts as not shown, which is not the same as empty.
 */
export const networkGroupSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string().optional(),
  memberObjects: z.array(referenceSchema).optional(),
  memberGroups: z.array(referenceSchema).optional(),
  inlineObjects: z.array(inlineObjectSchema).optional(),
  memberOf: z.array(referenceSchema.partial()).optional().catch(undefined),
  metadata: metadataSchema,
});

/** A network object with a name of its own. */
export const networkObjectSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  subtype: z.enum(objectSubtypes),
  value: z.string(),
  metadata: metadataSchema,
});

export type NetworkObject = z.infer<typeof networkObjectSchema>;

/** A group with all that stands in it. */
export interface NetworkGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly memberObjects: readonly ObjectReference[];
  readonly memberGroups: readonly ObjectReference[];
  readonly inlineObjects: readonly InlineObject[];
  /** Groups that it is a member of, as far as they are named. */
  readonly memberOf: readonly ObjectReference[];
  /** Grows with each change; `undefined` where the API does not show it. */
  readonly version: number | undefined;
  /** When it was last changed, by whomever; `undefined` where the API does not show it. */
  readonly updatedAt?: Date | undefined;
}

/** The group, where a missing list means an empty one: in an answer that shows groups whole. */
export function networkGroupOf(shown: z.infer<typeof networkGroupSchema>): NetworkGroup {
  return {
    id: shown.id,
    name: shown.name,
    description: shown.description,
    memberObjects: shown.memberObjects ?? [],
    memberGroups: shown.memberGroups ?? [],
    inlineObjects: shown.inlineObjects ?? [],
    memberOf: (shown.memberOf ?? []).flatMap(({ id, name }) => (id && name ? [{ id, name }] : [])),
    version: shown.metadata?.version,
    updatedAt: shown.metadata?.updatedAt,
  };
}
