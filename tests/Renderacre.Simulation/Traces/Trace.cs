using System.Globalization;

namespace Renderacre.Simulation.Traces;

/// <summary>The newest of what happened, each line with the objects that it is about.</summary>
internal sealed class Trace
{
    private const int Kept = 20_000;

    private readonly Queue<Line> _lines = new();

    /// <summary>How many things have happened.</summary>
    public long Steps { get; private set; }

    /// <summary>Notes something; its text is made only where it is read.</summary>
    public void Add(TimeSpan at, string what, object? detail, string about1 = "", string about2 = "")
    {
        Steps++;
        _lines.Enqueue(new Line(Steps, at, what, detail, about1, about2));
        if (_lines.Count > Kept)
            _lines.Dequeue();
    }

    /// <summary>The newest lines about some objects (such as <c>job 7</c>), or about all where none is named.</summary>
    public IReadOnlyList<string> Newest(int count, IReadOnlyList<string> about)
    {
        string[] words = [.. about, .. about.Select(AsRecord)];
        List<string> lines =
            [.. _lines.Select(line => line.ToString()).Where(line => words.Length == 0 || words.Any(line.Contains))];
        return [.. lines.Skip(Math.Max(0, lines.Count - count))];
    }

    // As an event shows an id.
    private static string AsRecord(string about) => about.Split(' ') is [var kind, var number]
        ? $"{char.ToUpperInvariant(kind[0])}{kind[1..]}Id {{ Value = {number} }}"
        : about;

    private readonly record struct Line(
        long Step, TimeSpan At, string What, object? Detail, string About1, string About2)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"  {Step,8} {At.TotalSeconds,12:F6} {What} {About1} {About2} {Detail}");
    }
}
