const startsOther = new Set(['sudo', 'doas', 'command', 'exec', 'nohup', 'time', 'xargs', 'env', 'nice']);

/**
 * Whether a shell command certainly destroys something: one of its simple commands is in the short list below. It looks
 * at words and neither expands nor interprets anything, so "no" promises nothing; docs/coding-agents.md says so.
 */
export function isDestructive(command: string): boolean {
  return command
    .split(/[;&|()`\n{}]/)
    .map((part) => part.trim().split(/\s+/).map(unquoted))
    .some((words) => destroys(withoutPrefix(words)));
}

function unquoted(word: string): string {
  return word.replace(/^(['"])(.*)\1$/, '$2');
}

/** `sudo -n FOO=1 rm` is about `rm`. */
function withoutPrefix(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length) {
    const word = words[start] ?? '';
    const isPrefix = startsOther.has(nameOf(word)) || /^\w+=/.test(word) || (start > 0 && word.startsWith('-'));
    if (!isPrefix) break;
    start++;
  }
  return words.slice(start);
}

function nameOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

function destroys([first = '', ...args]: readonly string[]): boolean {
  const has = (...flags: string[]) => args.some((arg) => flags.includes(arg));
  const short = (letters: string) =>
    args.some((arg) => /^-[a-zA-Z]+$/.test(arg) && [...letters].some((letter) => arg.includes(letter)));
  switch (nameOf(first)) {
    case 'rm':
      return short('rRf') || has('--recursive', '--force');
    case 'git':
      return gitDestroys(args, has, short);
    case 'find':
      return has('-delete') || args.some((arg, index) => arg.startsWith('-exec') && destroys(args.slice(index + 1)));
    case 'dd':
      return args.some((arg) => arg.startsWith('of='));
    case 'shred':
    case 'wipefs':
    case 'mkfs':
      return true;
    case 'terraform':
    case 'tofu':
      return has('destroy', '-destroy');
    case 'kubectl':
      return has('delete');
    case 'docker':
    case 'podman':
      return has('prune') || (has('volume') && has('rm'));
    case 'dropdb':
      return true;
    default:
      return nameOf(first).startsWith('mkfs.');
  }
}

type Has = (...flags: string[]) => boolean;

function gitDestroys(args: readonly string[], has: Has, short: (letters: string) => boolean): boolean {
  const verb = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-C' && args[index - 1] !== '-c');
  switch (verb) {
    case 'push':
      return (
        short('fd') ||
        has('--force', '--mirror', '--delete', '--prune') ||
        args.some((arg) => arg.startsWith('--force-with-lease') || /^[+:]./.test(arg))
      );
    case 'reset':
      return has('--hard');
    case 'clean':
      return short('f') || has('--force');
    case 'branch':
      return short('D');
    case 'stash':
      return has('drop', 'clear');
    case 'filter-branch':
    case 'filter-repo':
      return true;
    default:
      return false;
  }
}
