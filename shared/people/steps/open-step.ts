import type { OrganisationName } from '../../config/names.ts';
import type { StepName } from './step-record.ts';

/** A step that could not be done. */
export interface OpenStep {
  readonly step: StepName;
  readonly organisation: OrganisationName;
  /** What was found, and what a person can do about it. */
  readonly reason: string;
}
