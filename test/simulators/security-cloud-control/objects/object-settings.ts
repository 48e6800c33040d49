import { z } from 'zod';

/** The switches about network objects and groups, with what the cloud does by itself. */
export const objectSettingsShape = {
  objectsRegion: z
    .enum(['right', 'wrong'])
    .describe(
      'In the wrong region every call about objects is answered with 421; the platform has one host.',
    ),
  objectScopes: z
    .enum(['of-role', 'missing'])
    .describe('Whether keys may call the objects at all: a key of the platform alone was seen to get 403.'),
  groupPatch: z
    .enum(['replace', 'merge'])
    .describe('What the lists of a change of a group do: take the place of what is there, or join it.'),
  nestedMembers: z
    .enum(['counted', 'not-counted'])
    .describe('Whether the objects of nested groups, three levels deep, count towards the limit of a group.'),
  emptyGroups: z.enum(['allowed', 'refused']).describe('Whether a group may be left without anything in it.'),
  listedGroups: z
    .enum(['whole', 'without-content'])
    .describe('Whether the list of objects shows what is in a group.'),
  writtenGroups: z
    .enum(['whole', 'without-lists'])
    .describe('Whether the answer to a change of a group shows what is in it.'),
  objectCursor: z
    .enum(['given', 'missing'])
    .describe('Whether a page of objects names the cursor of the next; without it there is the offset.'),
  mostObjectsPerGroup: z.int().min(1).describe('Objects in one group.'),
  mostObjects: z
    .int()
    .min(1)
    .describe('Network objects of the organisation, those inline in groups included.'),
  mostGroups: z.int().min(1).describe('Groups of the organisation.'),
} as const;

const objectSettingsSchema = z.object(objectSettingsShape);

export const defaultObjectSettings: z.infer<typeof objectSettingsSchema> = {
  objectsRegion: 'right',
  objectScopes: 'of-role',
  groupPatch: 'replace',
  nestedMembers: 'not-counted',
  emptyGroups: 'allowed',
  listedGroups: 'whole',
  writtenGroups: 'whole',
  objectCursor: 'given',
  mostObjectsPerGroup: 1_500,
  mostObjects: 100_000,
  mostGroups: 10_000,
};

export type ObjectSettings = typeof defaultObjectSettings;
