import { aQuestion } from '../rig/agent.ts';
import { delivered, ScriptedServer } from '../rig/scripted-server.ts';
import { aDataFolder, EngineUnderTest } from './engine-under-test.ts';
import { say } from './world.ts';

/** A server that answers as told, and engines on one data folder, one after the other. */
export class ScriptedWorld {
  readonly folder = aDataFolder();
  #engine: EngineUnderTest | undefined;

  private constructor(readonly server: ScriptedServer) {}

  static async start(): Promise<ScriptedWorld> {
    return new ScriptedWorld(await ScriptedServer.start());
  }

  /** Starts an engine that is live, on the server or on something before it. */
  async engine(takeBackMs = 0, endpoint = this.endpoint()): Promise<EngineUnderTest> {
    const engine = this.startEngine(takeBackMs, endpoint);
    await engine.live();
    return engine;
  }

  /** Starts an engine that tries to be. */
  startEngine(takeBackMs = 0, endpoint = this.endpoint()): EngineUnderTest {
    this.#engine = EngineUnderTest.online({ dataFolder: this.folder.path, takeBackMs }, endpoint);
    return this.#engine;
  }

  endpoint(token = 'user_scripted_0123456789abcdef'): { url: string; token: string } {
    return { url: this.server.url, token };
  }

  /** Asks so many questions over the stream and waits until the engine has them. */
  async ask(engine: EngineUnderTest, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => {
      const question = delivered(aQuestion('Why?', [say]));
      this.server.notify(question);
      return String(question.id);
    });
    await engine.until('the questions are there', () => ids.every((id) => engine.arrivalsOf(id) === 1));
    return ids;
  }

  async stop(): Promise<void> {
    await this.#engine?.kill();
    await this.server.stop();
    this.folder.remove();
  }
}
