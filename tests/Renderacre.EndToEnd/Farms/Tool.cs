namespace Renderacre.EndToEnd.Farms;

/// <summary>Programs that are not ours.</summary>
public static class Tool
{
    /// <summary>Makes sure that a program is there: without it the test is skipped at home and fails in CI.</summary>
    public static void Need(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            return;
        var message = $"{program} is not installed";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(message);
        Assert.Skip(message);
    }
}
