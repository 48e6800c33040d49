import { z } from 'zod';

/**
 * An object that stands in one group only and has no name. A value holds exactly one address, as is documented; whatever
 * else one may hold is kept as it is, since a change of the group has to send back all of it.
 */
const networkValueSchema = z.looseObject({
  type: z.string(),
  addresses: z.array(z.string()).optional(),
});

export type NetworkValue = z.infer<typeof networkValueSchema>;

/** Members have names too, but only their ids are sent back. One without an id could not be, and is refused here. */
const membersSchema = z.array(z.object({ id: z.int() })).transform((members) => members.map(({ id }) => id));

/**
 * A network object group as every answer shows it, whole.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-network-and-service-objects-overview
 */
export const networkObjectGroupSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string().nullish(),
    objects: membersSchema,
    groups: membersSchema,
    values: z.array(networkValueSchema),
  })
  .transform(({ objects, groups, description, ...group }) => ({
    ...group,
    description: description ?? undefined,
    objectIds: objects,
    groupIds: groups,
  }));

export type NetworkObjectGroup = z.infer<typeof networkObjectGroupSchema>;

/** What a group is to hold. */
export type NetworkObjectGroupContent = Readonly<Omit<NetworkObjectGroup, 'id' | 'values'>> & {
  readonly values: readonly NetworkValue[];
};
