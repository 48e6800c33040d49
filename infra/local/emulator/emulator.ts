/** The region that every local stack is deployed to, unless `AWS_REGION` names another for an emulator of your own. */
export const localRegion = 'us-east-1';

/** What signs requests to an emulator. Never those of a real account, unless the caller set `AWS_ENDPOINT_URL`. */
export interface EmulatorCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The root of MiniStack's one account: with it IAM grants everything, as a root user's key does. */
export const miniStackRoot: EmulatorCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The one account of a MiniStack that was told nothing else. */
export const miniStackAccountId = '000000000000';

/** An AWS emulator that answers. */
export interface Emulator {
  /** Where AWS's APIs are answered: `http://localhost:4566`, without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly credentials: EmulatorCredentials;
  /** For people: `MiniStack 1.5.33 at http://localhost:4566, IAM enforced`. */
  readonly description: string;
  /** Ends what was started for it; leaves an emulator that was there before alone. */
  stop(): Promise<void>;
}
