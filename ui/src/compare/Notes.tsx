/** What to know before believing a difference. */
export function Notes({ notes }: { notes: string[] }) {
  return notes.map((note) => (
    <p key={note} className="note">
      {note}
    </p>
  ));
}
