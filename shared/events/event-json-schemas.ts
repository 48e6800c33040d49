import { z } from 'zod';
import { approvalRequestedSchema } from './approval-requested.ts';
import { blockRequestedSchema } from './block-requested.ts';
import { credentialAtRiskSchema, credentialRotatedSchema } from './credential-events.ts';
import { enrichRequestedSchema } from './enrich-requested.ts';
import { enrichmentCompletedSchema } from './enrichment-completed.ts';
import { iocReleasedSchema } from './ioc-released.ts';
import { iocBlockedSchema, iocNotBlockedSchema } from './ioc-results.ts';
import { enforcementChangedSchema, listDriftedSchema, listFillingSchema } from './list-events.ts';
import { offboardRequestedSchema } from './offboard-requested.ts';
import { onboardRequestedSchema } from './onboard-requested.ts';
import { releaseRequestedSchema } from './release-requested.ts';

/**
 * JSON Schema of each event's `detail`, for teams who publish or subscribe in other languages.
 * A command is described as it may be sent, so defaults are optional; a result as it is published.
 */
export const eventJsonSchemas = {
  'block-requested': z.toJSONSchema(blockRequestedSchema, { io: 'input' }),
  'ioc-blocked': z.toJSONSchema(iocBlockedSchema, { io: 'output' }),
  'credential-at-risk': z.toJSONSchema(credentialAtRiskSchema, { io: 'output' }),
  'credential-rotated': z.toJSONSchema(credentialRotatedSchema, { io: 'output' }),
  'ioc-not-blocked': z.toJSONSchema(iocNotBlockedSchema, { io: 'output' }),
  'ioc-released': z.toJSONSchema(iocReleasedSchema, { io: 'output' }),
  'approval-requested': z.toJSONSchema(approvalRequestedSchema, { io: 'output' }),
  'release-requested': z.toJSONSchema(releaseRequestedSchema, { io: 'input' }),
  'enrich-requested': z.toJSONSchema(enrichRequestedSchema, { io: 'input' }),
  'enrichment-completed': z.toJSONSchema(enrichmentCompletedSchema, { io: 'output' }),
  'onboard-requested': z.toJSONSchema(onboardRequestedSchema, { io: 'input' }),
  'offboard-requested': z.toJSONSchema(offboardRequestedSchema, { io: 'input' }),
  'list-drifted': z.toJSONSchema(listDriftedSchema, { io: 'output' }),
  'enforcement-changed': z.toJSONSchema(enforcementChangedSchema, { io: 'output' }),
  'list-filling': z.toJSONSchema(listFillingSchema, { io: 'output' }),
};
