using Renderacre.Client;

namespace Renderacre.Cli.Ids;

/// <summary>An id as given on the command line: whole, or a prefix that only one id has.</summary>
internal sealed class IdPrefix
{
    private const int CandidatesShown = 5;
    private const int LengthMax = 36;

    private readonly string _text;

    /// <param name="text">As given.</param>
    /// <exception cref="CliException">It cannot be an id or the start of one.</exception>
    public IdPrefix(string text)
    {
        _text = text.ToLowerInvariant();
        if (_text.Length is 0 or > LengthMax || !_text.All(one => char.IsAsciiHexDigitLower(one) || one == '-'))
        {
            throw CliException.Usage(
                $"ID '{text}' is no id and no start of one: hexadecimal digits and dashes are wanted");
        }
    }

    /// <summary>The whole id, or null where this is only its start.</summary>
    public Guid? Whole => Guid.TryParseExact(_text, "D", out var id) ? id : null;

    /// <summary>Whether an id starts so.</summary>
    public bool Fits(Guid id) => id.ToString().StartsWith(_text, StringComparison.Ordinal);

    /// <summary>The job that is meant; the controller is asked for its jobs only when this is not a whole id.</summary>
    /// <exception cref="CliException">No job's id starts so, or several do.</exception>
    public async Task<Guid> FindJobAsync(FarmClient client, CancellationToken cancellationToken)
    {
        if (Whole is { } whole)
            return whole;
        var fitting = await client.AllJobsAsync("", cancellationToken).Where(job => Fits(job.Id))
            .Select(job => (job.Id, job.Name)).ToListAsync(cancellationToken);
        return One("job", fitting) ?? throw Unknown("job");
    }

    /// <summary>The only one that fits, or null where there is none.</summary>
    /// <exception cref="CliException">There are several.</exception>
    public Guid? One(string kind, IEnumerable<(Guid Id, string Name)> fitting)
    {
        var found = fitting.Take(CandidatesShown + 1).ToList();
        if (found.Count > 1)
            throw Ambiguous(kind, found);
        return found.Count == 1 ? found[0].Id : null;
    }

    /// <summary>The error for an id that nothing has.</summary>
    public CliException Unknown(string kind) =>
        new(ExitCode.Failure, $"no {kind} has an id that starts with '{_text}'");

    private CliException Ambiguous(string kind, List<(Guid Id, string Name)> found)
    {
        var shown =
            string.Join(", ", found.Take(CandidatesShown).Select(one => $"{one.Id} ({Tables.Cell.Clean(one.Name)})"));
        var more = found.Count > CandidatesShown ? " and more" : "";
        return new(ExitCode.Failure, $"the id '{_text}' fits several {kind}s: {shown}{more}; give more of it");
    }
}
