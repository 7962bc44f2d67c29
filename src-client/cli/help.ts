/** What `atp help` says. */
export const help = `atp: ask the people who have Triage Inbox open.

  atp ask "Deploy 2.1.0?" --simple approve=Approve --text reject="Reject"
  atp wait ID            wait for the answer to a question asked before
  atp status ID          how it stands, now
  atp withdraw ID        take it back (--reason TEXT)
  atp list               what was asked from here and is open (--all)
  atp watch              print what was asked from here as it is answered
  atp doctor             find out why asking does not work
  atp mcp                the MCP server, on standard input and output
  atp install AGENT      let claude-code or codex ask here (--project --dry-run
                         --yes --uninstall --json); they then run atp hook AGENT
  atp services           list or register services (with ATP_ADMIN_TOKEN)

Actions, each ID="Label"; what stands behind an action is about that action:
  --simple ID            a button
  --binary ID            yes or no      --true-label --false-label
  --choice ID            one of         --option value="Label" …
  --multi ID             several of     --option … --min --max
  --text ID              words          --min --max (length) --placeholder
  --number ID            a number       --min --max --step --unit
  --scale ID             a rating       --min --max --step --min-label --max-label
  --datetime ID          a time         --min --max
  --flag FLAG            destructive, irreversible, costly, requires_confirmation,
                         time_sensitive, affects_others, experimental
Without an action the person may approve or reject.

More about the question:
  -d, --description TEXT   or @FILE, or - for standard input
  --attach FILE            evidence; may be repeated
  --deadline 30m           or an ISO 8601 time
  --project NAME  --meta name=value
  --yes ACTION             only this answer makes the exit code 0; may be repeated
  --no-wait                print the id and leave
  --wait-for 10m           leave after that time; the question stays open
  --keep-on-interrupt      Ctrl-C leaves the question open instead of withdrawing it
  --json                   print everything as one line of JSON

The answer is on standard output, everything else on standard error.
Exit codes: 0 answered, 1 answered otherwise (see --yes), 2 bad usage, 3 expired,
4 withdrawn, 5 not reachable, 6 refused, 7 still waiting, 130 interrupted.

Which server: ATP_SERVER_URL and ATP_API_KEY, else the app on this machine.
`;
