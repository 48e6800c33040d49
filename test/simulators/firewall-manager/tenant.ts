/** The tenant to which every token is bound. */
export const tenant = {
  uid: '3f0c7d1e-52c8-4a86-9b4e-7a6d5c4b3a01',
  name: 'acme-local',
  payType: 'PAYING',
  clusterId: '1',
  /** The organisation of the platform that the tenant belongs to. */
  enterpriseId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101',
  productInstanceId: '3f0c7d1e-52c8-4a86-9b4e-7a6d5c4b3a02',
} as const;
