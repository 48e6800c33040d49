/**
 * Most objects in one group. The description counts those of nested groups too, three levels deep; whether a parent is
 * really refused for what its members hold is found out by asking.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export const mostObjectsPerGroup = 1_500;

/** Most network objects of one organisation; those that stand inline in groups count. */
export const mostObjectsPerOrganisation = 100_000;

/** Longest name of an object or group; names are unique among both, whatever their case. */
export const longestObjectName = 32;
