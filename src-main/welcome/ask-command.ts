export type AskCommand = { shell: 'sh' | 'powershell'; text: string };

const question = {
  context: {
    title: 'Ship build 118?',
    description: 'All checks are green. Two migrations will run.',
    project: 'storefront',
  },
  actions: [
    { id: 'ship', label: 'Ship it', response_type: 'simple' },
    {
      id: 'rollout',
      label: 'Partial rollout',
      response_type: 'number',
      constraints: { min: 5, max: 50, step: 5, unit: '%' },
    },
    { id: 'hold', label: 'Hold back', response_type: 'text', constraints: { placeholder: 'Why?' } },
  ],
};

/** The command that asks a first question: to be pasted into a terminal of this computer as it is. */
export function askCommand(url: string, keyFile: string, platform: string): AskCommand {
  return platform === 'win32' ? powershell(url, keyFile) : sh(url, keyFile);
}

function sh(url: string, keyFile: string): AskCommand {
  const body = JSON.stringify(question).replaceAll("'", "'\\''");
  const text = [
    `curl -sS ${quoteSh(`${url}/api/v1/notifications`)} -H "Authorization: Bearer $(cat ${quoteSh(keyFile)})" \\`,
    `  -H 'Content-Type: application/json' -d '${body}'`,
  ].join('\n');
  return { shell: 'sh', text };
}

/** Quotes a word for any POSIX shell; plain paths stay as they are. */
export function quoteSh(word: string): string {
  return /^[A-Za-z0-9_./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function powershell(url: string, keyFile: string): AskCommand {
  const quote = (word: string) => `'${word.replaceAll("'", "''")}'`;
  const text = [
    `$headers = @{ Authorization = "Bearer $((Get-Content -Raw ${quote(keyFile)}).Trim())" }`,
    `Invoke-RestMethod ${quote(`${url}/api/v1/notifications`)} -Method Post -ContentType 'application/json' -Headers $headers -Body ${quote(JSON.stringify(question))}`,
  ].join('\n');
  return { shell: 'powershell', text };
}
