import { RemovalPolicy } from 'aws-cdk-lib';

/** What keeps data and transport safe: the whole difference between an account and the emulator, as values. */
export interface Safeguards {
  /** What becomes of tables, keys and secrets when they leave the template. */
  readonly removalPolicy: RemovalPolicy;
  /** Whether a table or stack has to be unlocked before it can be deleted. */
  readonly deletionProtection: boolean;
  /** Whether queues and topics deny calls without TLS. */
  readonly requireTls: boolean;
}

/** In an AWS account: nothing that was stored goes without a person's decision. */
export const accountSafeguards: Safeguards = {
  // A first deployment that fails is cleaned up, since nothing has been stored yet; after that all is kept.
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  deletionProtection: true,
  requireTls: true,
};

/** In an emulator on this machine: everything can go, and its endpoint speaks plain http. */
export const emulatorSafeguards: Safeguards = {
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  requireTls: false,
};
