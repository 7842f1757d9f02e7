import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Alarm } from "../../core/alarms.ts";

const PAUSE = 4_000;

/**
 * The sound of alarms: two short tones every four seconds while a life-safety or critical alarm is unanswered. Off
 * until somebody turns it on (browsers want a press first), remembered in this browser. Silencing quiets the alarms
 * that sound now; a new one sounds again.
 */
export class Siren {
  readonly on = signal(localStorage.getItem("alarmSound") === "on");
  private readonly silenced = signal<ReadonlySet<string>>(new Set());
  private readonly loud = computed(() =>
    this.unanswered.value.filter((alarm) => alarm.lifeSafety || alarm.priority === "critical"),
  );
  /** True while it sounds. */
  readonly sounding = computed(
    () => this.on.value && this.loud.value.some((alarm) => !this.silenced.value.has(alarm.id)),
  );
  private audio: AudioContext | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly unanswered: ReadonlySignal<readonly Alarm[]>) {
    effect(() => {
      clearInterval(this.timer);
      if (!this.sounding.value) return;
      this.beep();
      this.timer = setInterval(() => this.beep(), PAUSE);
    });
  }

  toggle(): void {
    this.on.value = !this.on.value;
    localStorage.setItem("alarmSound", this.on.value ? "on" : "off");
    if (this.on.value) this.tone(660, 0);
  }

  silence(): void {
    this.silenced.value = new Set(this.loud.value.map((alarm) => alarm.id));
  }

  private beep(): void {
    this.tone(880, 0);
    this.tone(660, 0.22);
  }

  private tone(frequency: number, after: number): void {
    this.audio ??= new AudioContext();
    if (this.audio.state === "suspended") void this.audio.resume();
    const start = this.audio.currentTime + after;
    const swing = this.audio.createOscillator();
    const gain = this.audio.createGain();
    swing.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.2, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + 0.18);
    swing.connect(gain).connect(this.audio.destination);
    swing.start(start);
    swing.stop(start + 0.2);
  }
}
