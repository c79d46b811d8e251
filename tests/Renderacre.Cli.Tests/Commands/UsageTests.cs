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

        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
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

    [Theory]
    [InlineData("submit")]
    [InlineData("jobs")]
    [InlineData("job")]
    [InlineData("logs")]
    [InlineData("cancel")]
    [InlineData("workers")]
    [InlineData("up")]
    public async Task The_help_of_a_command_ends_with_an_example(string command)
    {
        var run = await CliRun.OfAsync(NoVariables, Path.GetTempPath(), command, "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches($"Examples?:(\n  .*)*\n  renderacre {command}", run.Output);
    }
}
