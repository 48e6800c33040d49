import { z } from 'zod';
import type { NetworkGroup, NetworkObject, NetworkObjects } from './network-objects.ts';
import { objectSubtypes } from './object-value.ts';

type Stored = NetworkObject | NetworkGroup;

/** What a list of objects can be asked for, but for `usableBy`, `ipVersionsPresent` and `secondaryIds`. */
export const listQuerySchema = z.strictObject({
  type: z.enum(['network', 'networkGroup', 'network|networkGroup']).optional(),
  subtype: z.enum([...objectSubtypes, 'host|range|cidr|fqdn']).optional(),
  search: z.string().toLowerCase().optional(),
  value: z.string().max(255).toLowerCase().optional(),
  memberOf: z.uuid().optional(),
  sort: z
    .string()
    .regex(/^(updatedAt|createdAt|name):(asc|desc)$/)
    .default('updatedAt:desc'),
  limit: z.coerce.number().int().min(1).max(250).default(30),
  offset: z.coerce.number().int().min(0).default(0),
  next: z.string().optional(),
  prev: z.string().optional(),
});

export type ListQuery = z.infer<typeof listQuerySchema>;

/** The objects that a query asks for, in its order, all pages together. */
export function selectObjects(objects: NetworkObjects, query: ListQuery): readonly Stored[] {
  const { type = 'network|networkGroup', subtype, search, value, memberOf, sort } = query;
  const group = memberOf === undefined ? undefined : objects.findGroup(memberOf);
  const isMember = (id: string) =>
    memberOf === undefined ||
    (group !== undefined && [...group.memberObjectIds, ...group.memberGroupIds].includes(id));
  const chosen = objects
    .all()
    .filter(
      (stored) =>
        type.split('|').includes(stored.type) &&
        (subtype === undefined ||
          (stored.type === 'network' && subtype.split('|').includes(stored.subtype))) &&
        (value === undefined || valuesOf(stored).some((text) => contains(text, value))) &&
        (search === undefined || textsOf(stored).some((text) => contains(text, search))) &&
        isMember(stored.id),
    );
  const sign = sort.endsWith(':desc') ? -1 : 1;
  return chosen.sort((one, other) => sign * (sortKey(one, sort) < sortKey(other, sort) ? -1 : 1));
}

function valuesOf(stored: Stored): readonly string[] {
  return stored.type === 'network' ? [stored.value] : stored.inlineObjects.map(({ value }) => value);
}

function textsOf(stored: Stored): readonly string[] {
  return [stored.name, stored.description ?? '', stored.createdBy, ...valuesOf(stored)];
}

function contains(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted);
}

/** The id tells apart what was changed at the same moment, so that pages do not overlap. */
function sortKey(stored: Stored, sort: string): string {
  if (sort.startsWith('name:')) return stored.name.toLowerCase();
  const at = sort.startsWith('createdAt') ? stored.createdAt : stored.updatedAt;
  return `${at.toISOString()} ${stored.id}`;
}
