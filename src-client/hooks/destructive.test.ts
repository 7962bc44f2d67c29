import { expect, test } from 'vitest';
import { isDestructive } from './destructive.ts';

test.each([
  'rm -rf node_modules',
  'cd build && rm -r .',
  'sudo -n rm --force /etc/hosts',
  'FOO=1 /bin/rm -fr x',
  'echo done; git push --force origin main',
  'git -C /repo push -f',
  'git push origin +main',
  'git push origin :old',
  'git push --force-with-lease',
  'git reset --hard HEAD~3',
  'git clean -xdf',
  'git branch -D feature',
  'git stash clear',
  'find . -name "*.log" -delete',
  "find . -exec rm -rf '{}' +",
  'ls | xargs rm -f',
  'dd if=/dev/zero of=/dev/sda',
  'mkfs.ext4 /dev/sdb1',
  'terraform destroy -auto-approve',
  'kubectl delete namespace prod',
  'docker system prune -af',
  'echo $(rm -rf x)',
])('destroys: %s', (command) => {
  expect(isDestructive(command)).toBe(true);
});

test.each([
  'npm test',
  'rm one.txt',
  'git push origin main',
  'git reset HEAD file',
  'git branch -d merged',
  'git clean -n',
  'grep -rf patterns .',
  'echo "rm -rf is dangerous"',
  'ls -f',
  'kubectl get pods',
  'docker ps',
  '',
])('is not known to: %s', (command) => {
  expect(isDestructive(command)).toBe(false);
});
