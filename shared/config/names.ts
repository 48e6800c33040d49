import { z } from 'zod';

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,38}$/, 'a name is 1 to 39 of a-z, 0-9 and -, and begins with a letter');

/** The key of an organisation in the configuration. */
export const organisationNameSchema = name.brand<'OrganisationName'>();
export type OrganisationName = z.infer<typeof organisationNameSchema>;

/**
 * The key of a destination list or a network group in the configuration (not Cisco's id, not its display name). Both
 * kinds share one namespace.
 */
export const destinationListNameSchema = name.brand<'DestinationListName'>();
export type DestinationListName = z.infer<typeof destinationListNameSchema>;

/** The key of a webhook connection in the configuration; it is also the last part of the webhook's URL. */
export const connectionNameSchema = name.brand<'ConnectionName'>();
export type ConnectionName = z.infer<typeof connectionNameSchema>;

/** The deployment's name: part of every resource's name. */
export const stageNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,15}$/, 'a stage is 1 to 16 of a-z, 0-9 and -, and begins with a letter')
  .brand<'StageName'>();
export type StageName = z.infer<typeof stageNameSchema>;

/** The key of a profile in the configuration: what somebody gets who joins. */
export const profileNameSchema = name.brand<'ProfileName'>();
export type ProfileName = z.infer<typeof profileNameSchema>;

/** The key, in the configuration, of a source of requests about people. */
export const lifecycleSourceNameSchema = name.brand<'LifecycleSourceName'>();
export type LifecycleSourceName = z.infer<typeof lifecycleSourceNameSchema>;

/** The key, in the configuration, of a ticket system that asks for whole organisations. */
export const organisationSourceNameSchema = name.brand<'OrganisationSourceName'>();
export type OrganisationSourceName = z.infer<typeof organisationSourceNameSchema>;
