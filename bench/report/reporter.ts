import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import type { Taken } from './figure.ts';
import { machineWords, readMachine } from './machine.ts';
import { table } from './table.ts';
import { judge } from './verdict.ts';

/** Says on stderr how far the run is, and prints the table on stdout. `BENCH_JSON`: the file for every sample. */
export default class BenchReporter implements Reporter {
  private readonly machine = readMachine(process.env.BENCH_RUNTIME ?? 'Electron', new Date());
  private readonly taken: Taken[] = [];
  private readonly failed: string[] = [];

  onTestBegin({ title }: TestCase): void {
    process.stderr.write(`• ${title} …\n`);
  }

  onTestEnd({ title }: TestCase, { attachments, status, errors, duration }: TestResult): void {
    const seconds = (duration / 1000).toFixed(1);
    const body = attachments.find(({ name }) => name === 'taken')?.body;
    if (body) this.taken.push(...(JSON.parse(String(body)) as Taken[]));
    process.stderr.write(`  ${body ? 'measured' : 'could not be measured'} in ${seconds} s\n`);
    if (status === 'passed') return;
    this.failed.push(title);
    for (const { message } of errors) process.stderr.write(`  ${message}\n`);
  }

  onStdErr(said: string | Buffer): void {
    process.stderr.write(said);
  }

  onError({ message }: { message?: string }): void {
    process.stderr.write(`${message}\n`);
  }

  onEnd(_result: FullResult): void {
    const judged = this.taken.map(judge);
    process.stdout.write(`${machineWords(this.machine)}\n\n${table(judged)}\n`);
    for (const title of this.failed) process.stdout.write(`✗ could not run: ${title}\n`);
    const { BENCH_JSON: file } = process.env;
    if (file) {
      writeFileSync(file, `${JSON.stringify({ machine: this.machine, judged, taken: this.taken }, null, 1)}\n`);
    }
  }

  printsToStdio(): boolean {
    return true;
  }
}
