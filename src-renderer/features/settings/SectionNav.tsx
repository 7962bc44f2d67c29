import { type MouseEvent, useEffect, useId, useState } from 'react';
import { words } from '#shared/words/words';
import styles from './SectionNav.module.css';
import { goToSection, type SectionId, sectionGroups, sectionIds } from './sections.ts';

/** The way through Settings: a list beside the page, or where there is no room for it one field that stays on top. */
export function SectionNav() {
  const current = useCurrentSection();
  return (
    <div className={styles.nav}>
      <SectionList current={current} />
      <SectionField current={current} />
    </div>
  );
}

function SectionList({ current }: { current: SectionId }) {
  const id = useId();
  return (
    <nav className={styles.list} aria-label={words.settings.sectionLinks}>
      {sectionGroups.map(({ group, ids }) => (
        <section key={group} className={styles.group} aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className={styles.groupName}>
            {words.place.groups[group]}
          </p>
          {ids.map((one) => (
            <a
              key={one}
              className={styles.link}
              href={`#settings-${one}`}
              draggable={false}
              aria-current={one === current ? 'location' : undefined}
              onClick={(event: MouseEvent) => {
                event.preventDefault();
                goToSection(one);
              }}
            >
              {words.settings.sections[one]}
            </a>
          ))}
        </section>
      ))}
    </nav>
  );
}

function SectionField({ current }: { current: SectionId }) {
  return (
    <select
      className={styles.field}
      aria-label={words.place.section}
      value={current}
      onChange={(event) => goToSection(event.target.value)}
    >
      {sectionGroups.map(({ group, ids }) => (
        <optgroup key={group} label={words.place.groups[group]}>
          {ids.map((one) => (
            <option key={one} value={one}>
              {words.settings.sections[one]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** The section that the person is in: the first one that reaches into the upper part of the page. */
function useCurrentSection(): SectionId {
  const [current, setCurrent] = useState<SectionId>(sectionIds[0] ?? 'accounts');
  useEffect(() => {
    const inView = new Set<SectionId>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const section = sectionIds.find((id) => target.id === `settings-${id}`);
          if (section === undefined) continue;
          if (isIntersecting) inView.add(section);
          else inView.delete(section);
        }
        const first = sectionIds.find((id) => inView.has(id));
        if (first !== undefined) setCurrent(first);
      },
      { rootMargin: '-12% 0px -60% 0px' },
    );
    for (const id of sectionIds) {
      const element = document.getElementById(`settings-${id}`);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return current;
}
