namespace Renderacre.Cli.Ids;

/// <summary>Ids cut to the shortest prefix that is unique among them, at least eight characters.</summary>
internal sealed class ShortIds
{
    /// <summary>The shortest prefix that is shown.</summary>
    public const int LengthMin = 8;

    private readonly Dictionary<Guid, string> _prefixes = [];

    /// <param name="ids">All ids that a prefix must be unique among.</param>
    public ShortIds(IEnumerable<Guid> ids)
    {
        var sorted = ids.Distinct().Select(id => (Id: id, Text: id.ToString()))
            .OrderBy(one => one.Text, StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var text = sorted[i].Text;
            // Sorted, so the longest common start is with a neighbour.
            var before = i > 0 ? text.AsSpan().CommonPrefixLength(sorted[i - 1].Text) : 0;
            var after = i + 1 < sorted.Count ? text.AsSpan().CommonPrefixLength(sorted[i + 1].Text) : 0;
            _prefixes[sorted[i].Id] = text[..Math.Max(LengthMin, Math.Max(before, after) + 1)];
        }
    }

    /// <summary>The prefix of an id; the whole id where it is not one of them.</summary>
    public string Of(Guid id) => _prefixes.GetValueOrDefault(id) ?? id.ToString();
}
