namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>
/// The exceptions of eng/tidy-exceptions.txt, one a line as <c>KEY: reason</c>. The list may only shrink: an exception
/// that nothing needs any more is a finding itself.
/// </summary>
internal static class Ratchet
{
    public static IEnumerable<Finding> Check(TextFile exceptions, IReadOnlyCollection<RatchetFinding> found)
    {
        var lines = exceptions.Lines.Select((text, line) => (Text: text.Trim(), Line: line + 1))
            .Where(line => line.Text.Length > 0 && !line.Text.StartsWith('#'))
            .Select(line => (Parts: line.Text.Split(": ", 2), line.Line))
            .ToArray();
        var covered = lines.Select(line => line.Parts[0]).ToHashSet();
        var needed = found.Select(item => item.Key).ToHashSet();
        var withoutReason = lines.Where(line => line.Parts.Length < 2 || line.Parts[1].Length == 0)
            .Select(line => new Finding(exceptions.Path, line.Line, "has no reason: write it as KEY: reason"));
        var unneeded = lines.Where(line => !needed.Contains(line.Parts[0]))
            .Select(line => new Finding(exceptions.Path, line.Line, $"is not needed any more: {line.Parts[0]}"));
        var uncovered = found.Where(item => !covered.Contains(item.Key)).Select(item => item.Finding);
        return [.. withoutReason, .. unneeded, .. uncovered];
    }
}
