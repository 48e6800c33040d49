import { type GatewayMethod, refused } from './authentication.ts';

/** `arn:aws:sts::111122223333:assumed-role/soar/session` → partition, account, role. */
const sessionArn = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\//;

/** `arn:aws:iam::111122223333:role/path/soar` → partition, account, role. A session does not tell the path. */
const roleArn = /^arn:([a-z-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/;

/**
 * An AWS sender signs the whole request with SigV4 and posts it to `/aws-webhooks/{connection}`, where API Gateway
 * verifies the signature before the function is called. What is left to decide is whether this caller may use
 * this connection.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
export function awsIamMethod(callers: readonly string[]): GatewayMethod {
  return {
    proof: 'gateway',
    challenge: 'AWS4-HMAC-SHA256',
    authenticate({ awsCallerArn }) {
      if (awsCallerArn === undefined) {
        return refused(
          'this connection is for AWS senders: post to /aws-webhooks/ and its name, signed with SigV4 for the service execute-api',
        );
      }
      return callers.some((allowed) => isSameCaller(allowed, awsCallerArn))
        ? { kind: 'authentic' }
        : refused(`${awsCallerArn} is none of the connection's callers in the configuration`);
    },
  };
}

function isSameCaller(allowed: string, callerArn: string): boolean {
  if (allowed === callerArn) return true;
  const role = roleArn.exec(allowed)?.slice(1);
  const session = sessionArn.exec(callerArn)?.slice(1);
  return role !== undefined && session !== undefined && role.join() === session.join();
}
