using OpenJd.Cli.Completion;
using Renderacre.Cli.Commands;

namespace Renderacre.Cli.Tests.Commands;

public sealed class UsageTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Theory]
    [InlineData("jobs", "--frobnicate")]
    [InlineData("frobnicate")]
    [InlineData("job")]
    [InlineData("jobs", "--output", "xml")]
    [InlineData("submit", "x.yaml", "--priority", "high")]
    [InlineData("submit", "x.yaml", "--max-retries", "-1")]
    [InlineData("logs", "3f9a", "--attempt", "0")]
    [InlineData("logs", "3f9a", "--attempt", "1", "--follow")]
    [InlineData("limits", "set", "nuke", "0")]
    [InlineData("limits", "set", "nuke", "12", "--source-interval", "10")]
    [InlineData("limits", "set", "nuke", "12", "--source-counts-farm", "--no-source")]
    [InlineData("priority", "3f9a")]
    [InlineData("tasks", "3f9a", "--state", "lost")]
    [InlineData("completion", "tcsh")]
    [InlineData("jobs", "--where", "colour=red")]
    [InlineData("jobs", "--profile", "nobody")]
    [InlineData("jobs", "--controller", "farm:7878")]
    public async Task A_wrong_command_line_ends_with_exit_code_2_and_says_why(params string[] args)
    {
        var run = await CliRun.OfAsync(NoVariables, Path.GetTempPath(), args);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("renderacre: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task An_unreachable_controller_ends_with_exit_code_3()
    {
        // Port 1 needs rights that no test has, and nothing of ours listens there.
        var run = await CliRun.OfAsync(NoVariables, Path.GetTempPath(), "jobs", "--controller", "http://127.0.0.1:1");

        Assert.Equal(FarmExitCode.Unreachable, run.ExitCode);
        Assert.StartsWith("renderacre: the controller at http://127.0.0.1:1 cannot be reached: ", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_in_the_environment_names_the_variable()
    {
        var run = await CliRun.OfAsync(
            new Dictionary<string, string> { ["RFARM_CONTROLLER"] = "nowhere" }, Path.GetTempPath(), "jobs");

        Assert.Equal("renderacre: RFARM_CONTROLLER has 'nowhere'; an address such as http://127.0.0.1:7878 is wanted\n",
            run.Error);
    }

    [Fact]
    public async Task Without_arguments_the_commands_are_listed()
    {
        var run = await CliRun.OfAsync(NoVariables, Path.GetTempPath());

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("submit <FILE>", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_every_command_ends_with_examples_of_it()
    {
        var host = CliRun.Host(NoVariables, Path.GetTempPath());
        foreach (var node in CommandNode.Of(RenderacreCommand.Create(host), "renderacre").All.Skip(1))
        {
            var run = await CliRun.OfAsync(NoVariables, Path.GetTempPath(), [.. node.Path.Split(' ')[1..], "--help"]);

            Assert.Equal(ExitCode.Success, run.ExitCode);
            Assert.Matches($"Examples?:(\n  .*)*\n  .*{node.Path}", run.Output);
        }
    }
}
