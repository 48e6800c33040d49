import { environmentSchemas, type FunctionName } from '#shared/lambda/environment.ts';

/** Every function there is. `Object.keys` forgets the type of an object's keys. */
export const functionNames = Object.keys(environmentSchemas) as FunctionName[];
