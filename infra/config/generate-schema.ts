import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentJsonSchema } from './deployment-json-schema.ts';

/** Run `node infra/config/generate-schema.ts` after a change of the configuration's schema. */
const file = join(import.meta.dirname, 'deployment.schema.json');
writeFileSync(file, `${JSON.stringify(deploymentJsonSchema, null, 2)}\n`);
console.log(`Wrote ${file}`);
