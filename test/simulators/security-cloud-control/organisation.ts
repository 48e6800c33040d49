import { z } from 'zod';

/** Where organisations are; products have regions of their own. */
export const organisationRegions = {
  NAM: 'North America',
  US: 'United States',
  CA: 'Canada',
  EU: 'Europe',
  APJC: 'Asia Pacific, Japan and China',
  AU: 'Australia',
  IN: 'India',
} as const;

export const organisationTypeSchema = z.enum(['STANDALONE', 'MANAGER', 'MANAGED']);

/** An organisation as the platform shows it. */
export interface Organisation {
  /** The id that the console shows and that belongs into paths. */
  readonly id: string;
  /** The id that stands in access tokens; in a path it is another organisation's. */
  readonly idInTokens: string;
  readonly name: string;
  readonly type: z.infer<typeof organisationTypeSchema>;
  readonly regionCode: keyof typeof organisationRegions;
  readonly created: string;
  /** Who manages it, if it is managed. */
  readonly managerOrgIds: readonly string[];
}

/** The organisation as a call shows it, with the ids that its type has. */
export function organisationBody(organisation: Organisation, managed: readonly Organisation[]) {
  const { idInTokens: _idInTokens, managerOrgIds, ...shown } = organisation;
  return {
    ...shown,
    regionDescription: organisationRegions[shown.regionCode],
    ...(shown.type === 'MANAGED' && { managerOrgIds }),
    ...(shown.type === 'MANAGER' && { managedOrgIds: managed.map(({ id }) => id) }),
  };
}
