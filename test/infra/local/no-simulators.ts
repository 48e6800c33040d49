import type { LocalStack } from '#infra/local/stack-file.ts';

/** Nobody listens there: for tests that call none of Cisco's clouds. */
const nobody = 'http://127.0.0.1:1';

export const noSimulators: LocalStack['simulators'] = {
  secureAccess: nobody,
  securityCloudControl: nobody,
  xdr: nobody,
  firewallManager: nobody,
};
