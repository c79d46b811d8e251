using System.Diagnostics;

namespace Renderacre.Cli.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("renderacre li", "limits")]
    [InlineData("renderacre jobs --ou", "--output")]
    [InlineData("renderacre jobs --output ", "table json")]
    [InlineData("renderacre jobs -o j", "json")]
    [InlineData("renderacre jobs --output = j", "json")]
    [InlineData("renderacre tasks 3f9a --state ca", "cancelled")]
    [InlineData("renderacre limits s", "set")]
    [InlineData("renderacre limits set nuke 3 --pro", "--profile")]
    [InlineData("renderacre completion ", "bash zsh fish powershell --help")]
    [InlineData("renderacre submit sho", "shot 010.yaml")]
    [InlineData("renderacre submit --dry", "--dry-run")]
    [InlineData("renderacre submit --owner ", "")]
    public async Task Bash_completes_commands_options_values_and_files(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash is not on every Windows machine");
        _folder.Write("shot 010.yaml", "");
        var script = _folder.Write("completion.bash", (await ScriptAsync("bash")).Output);

        var words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        var completed = await RunAsync("bash", $$"""
            source '{{script}}'
            COMP_WORDS=({{words}})
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            $(complete -p renderacre | sed 's/.*-F \([^ ]*\).*/\1/')
            echo "${COMPREPLY[*]}"
            """);

        Assert.Equal(expected, completed);
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Other_shells_take_the_script(string shell)
    {
        Assert.SkipUnless(IsThere(shell), $"{shell} is not installed");
        var script = _folder.Write($"completion.{shell}", (await ScriptAsync(shell)).Output);

        Assert.Equal("", await RunAsync(shell, $"{shell} -n '{script}'"));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Every_shell_is_told_of_every_command(string shell)
    {
        var run = await ScriptAsync(shell);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(
            ["submit", "jobs", "artifacts", "fetch", "limits", "controller", "completion", "until-idle"],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    private Task<CliRun> ScriptAsync(string shell) =>
        CliRun.OfAsync(new Dictionary<string, string>(), _folder.Path, "completion", shell);

    private async Task<string> RunAsync(string shell, string script)
    {
        var start = new ProcessStartInfo(shell, ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{shell} did not start");
        var token = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        Assert.Equal("", await error);
        return output.TrimEnd('\n');
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
