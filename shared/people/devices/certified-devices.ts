import type { NonEmptyArray } from '../../non-empty.ts';
import type { EmailAddress } from '../email-address.ts';
import type { NotRemoved } from '../remove-until-none-left.ts';

/** A device whose certificate lets its person in. */
export interface CertifiedDevice {
  /** The place's id of the person: one e-mail address may have several. */
  readonly userId: string;
  readonly deviceId: string;
  /** When the certificate ends by itself, where that is known. */
  readonly expiresAt?: Date | undefined;
}

/** Where devices have certificates that stand for their person. */
export interface CertifiedDevices {
  /** The devices of this person whose certificate is in force; none for a person who is not known there. */
  list(person: EmailAddress): Promise<readonly CertifiedDevice[]>;
  /** Revokes the certificates and removes the devices. */
  revoke(devices: NonEmptyArray<CertifiedDevice>): Promise<readonly NotRemoved[]>;
}
