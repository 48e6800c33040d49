/** A device that is enrolled with a cloud's client. It does not say whose it is. */
export interface RegisteredDevice {
  readonly id: string;
  readonly name: string;
  readonly lastSeenAt?: Date | undefined;
}

/** Where devices are enrolled. */
export interface DeviceRegistry {
  /** Every device of the organisation. May take minutes. */
  all(): Promise<readonly RegisteredDevice[]>;
  /** Ends the enrolment; a device that is gone already is a success. Whether its client enrols again is not known. */
  remove(device: RegisteredDevice): Promise<void>;
  isRegistered(device: RegisteredDevice): Promise<boolean>;
}
