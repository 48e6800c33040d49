import { z } from 'zod';

/** The switches about network objects and their groups. */
export const networkObjectSettingsShape = {
  networkObjectGroupPut: z
    .enum(['replace', 'merge'])
    .describe('What the lists of a change of a group do: take the place of what is there, or join it.'),
  networkObjectNameFilter: z
    .enum(['contains', 'ignored'])
    .describe('Whether the list of groups is narrowed down to names that contain the one asked for.'),
  mostNetworkObjects: z
    .int()
    .min(1)
    .describe('Network objects of the organisation, those that stand in groups without a name included.'),
  networkObjectSettlingSeconds: z
    .int()
    .min(0)
    .describe('How long after it was made an object or group is no valid member of another one yet.'),
  refusedNetworkValues: z
    .array(z.string())
    .readonly()
    .describe('Addresses that no group takes; the refusal names them.'),
} as const;

const networkObjectSettingsSchema = z.object(networkObjectSettingsShape);

export const defaultNetworkObjectSettings: z.infer<typeof networkObjectSettingsSchema> = {
  networkObjectGroupPut: 'replace',
  networkObjectNameFilter: 'contains',
  mostNetworkObjects: 50_000,
  networkObjectSettlingSeconds: 0,
  refusedNetworkValues: [],
};
