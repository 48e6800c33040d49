/** Stands in for the real handler, so that tests of the templates do not depend on it. */
export const handler = () => 'request-organisation';
