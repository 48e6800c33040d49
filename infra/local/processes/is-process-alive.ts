import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whether a process exists, also one of another user.
 * @see https://man7.org/linux/man-pages/man2/kill.2.html (signal 0)
 */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process group still has a process that does anything.
 * Signal 0 finds the dead too until someone asks for their exit code, and the first process of a container often
 * never does. Where the system shows the state of its processes, the dead are therefore left out.
 */
export function isProcessGroupAlive(group: number): boolean {
  return isProcessAlive(-group) && (livingMembers(group)?.length ?? 1) > 0;
}

/**
 * The processes of a group that have not ended, or undefined on systems without `/proc`.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function livingMembers(group: number): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isLivingMember(pid, group));
}

function isLivingMember(pid: number, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; behind it come state, parent and group.
    const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(processGroup) === group && state !== 'Z' && state !== 'X';
  } catch {
    // It ended while we looked.
    return false;
  }
}
