import { apiClientSchema } from './api-clients.ts';
import type { Cloud } from './cloud.ts';
import { type ModuleInput, moduleSchema } from './simulated-module.ts';

/** The client that exists from the start, with every right that our calls need. */
export const seededClient = {
  clientId: 'client-local',
  clientPassword: 'local-password',
  scopes: ['inspect', 'enrich', 'integration', 'response', 'private-intel'],
} as const;

/** A client as somebody made it in SecureX: it gets no token any more. */
export const seededSecureXClient = {
  clientId: 'client-securex',
  clientPassword: 'securex-password',
  scopes: seededClient.scopes,
  state: 'made-in-securex',
} as const;

/** SHA-256 of the EICAR test file: a seeded module rates it malicious and offers to block it. */
export const seededMaliciousHash = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

const week = 604_800;

/** The modules that exist from the start. Their names are made up. */
export const seededModules = {
  reputation: {
    instanceId: '4b3f0f3e-7a54-4a0e-9f5a-1f0c2d3e4a01',
    name: 'Reputation Feed',
    ratings: [
      { type: 'domain', value: 'bad.example', disposition: 2, reason: 'phishing kit', validForSeconds: week },
      { type: 'domain', value: 'clean.example', disposition: 1, reason: 'well known', validForSeconds: week },
      {
        type: 'ip',
        value: '203.0.113.7',
        disposition: 3,
        confidence: 'Medium',
        reason: 'scans the internet',
      },
    ],
    otherwise: 5,
  },
  endpoint: {
    instanceId: '4b3f0f3e-7a54-4a0e-9f5a-1f0c2d3e4a02',
    name: 'Endpoint Protection',
    ratings: [
      {
        type: 'sha256',
        value: seededMaliciousHash,
        disposition: 2,
        severity: 'Critical',
        reason: 'ransomware',
        sightings: 3,
      },
    ],
    actions: [
      {
        id: 'add-to-blocked-files',
        title: 'Add to the list of blocked files',
        types: ['sha256'],
        parameters: { list: 'e773a9eb-296c-40df-98d8-bed46322589d' },
        undo: { id: 'remove-from-blocked-files', title: 'Remove from the list of blocked files' },
      },
    ],
  },
} as const satisfies Record<string, ModuleInput>;

export function seedClients(cloud: Cloud): void {
  for (const client of [seededClient, seededSecureXClient]) {
    cloud.clients.put(apiClientSchema.parse(client));
  }
}

export function seedModules(cloud: Cloud): void {
  for (const module of Object.values(seededModules)) cloud.modules.put(moduleSchema.parse(module));
}
