namespace Renderacre.Repository.Tests;

/// <summary>Something a rule does not allow, and where: lines count from 1.</summary>
internal sealed record Finding(string Path, int Line, string Problem)
{
    public override string ToString() => $"{Path}:{Line}: {Problem}";

    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void AssertNone(IEnumerable<Finding> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all.Select(finding => finding.ToString())));
    }
}
