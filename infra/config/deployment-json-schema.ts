import { z } from 'zod';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';

/** The configuration's JSON Schema for editors: what a person may write, so defaults are optional. */
export const deploymentJsonSchema = {
  ...z.toJSONSchema(deploymentConfigurationSchema, { io: 'input' }),
  title: 'SCC Automations: configuration of one deployment',
};
