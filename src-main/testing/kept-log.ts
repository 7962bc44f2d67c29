import type { LogFacts, Logger } from '#main/logging/logger';

/** A logger that keeps its lines for a test to read. */
export class KeptLog implements Logger {
  readonly lines: { level: string; message: string; facts: LogFacts | undefined }[] = [];

  info(message: string, facts?: LogFacts): void {
    this.lines.push({ level: 'info', message, facts });
  }
  warn(message: string, facts?: LogFacts): void {
    this.lines.push({ level: 'warn', message, facts });
  }
  error(message: string, facts?: LogFacts): void {
    this.lines.push({ level: 'error', message, facts });
  }
}
