using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Settings;

public sealed class CliSettingsTests : IDisposable
{
    private const string File = """
        controller: http://file:1
        project: comet
        profile: studio
        profiles:
          studio: {controller: "http://studio:2", owner: grace}
          home: {controller: "http://home:3"}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_value_is_shown_with_where_it_comes_from()
    {
        var file = _folder.Write("config.yaml", File);

        var run = await ShowAsync(new() { ["RENDERACRE_CONFIG"] = file, ["RENDERACRE_QUEUE"] = "nightly" });

        Assert.Equal(
            [
                "SETTING     VALUE            FROM",
                $"controller  http://studio:2  profile studio of {file}",
                "output      table            default",
                $"owner       grace            profile studio of {file}",
                $"project     comet            {file}",
                "queue       nightly          RENDERACRE_QUEUE",
                $"Settings file: {file}",
            ],
            run.Lines);
    }

    [Theory]
    [InlineData("http://flag:9", "--controller", "--controller", "http://flag:9", "--profile", "home")]
    [InlineData("http://home:3", "profile home", "--profile", "home")]
    [InlineData("http://studio:2", "profile studio")]
    public async Task A_flag_beats_the_profile_and_a_profile_asked_for_the_usual_one(
        string value, string source, params string[] args)
    {
        var run = await ShowAsync(new() { ["RENDERACRE_CONFIG"] = _folder.Write("config.yaml", File) }, args);

        Assert.Matches($"controller +{value} +{source}", run.Lines[1]);
    }

    [Fact]
    public async Task The_environment_beats_the_file_and_the_programs_own_variable_the_shared_one()
    {
        var run = await ShowAsync(new()
        {
            ["RENDERACRE_CONFIG"] = _folder.Write("config.yaml", File),
            ["RFARM_CONTROLLER"] = "http://shared:4",
            ["RENDERACRE_CONTROLLER"] = "http://own:5",
        });

        Assert.Matches("controller +http://own:5 +RENDERACRE_CONTROLLER", run.Lines[1]);
    }

    [Fact]
    public async Task The_file_is_found_below_the_users_folder_for_settings()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems keep settings elsewhere");
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".config", "renderacre"));
        _folder.Write(".config/renderacre/config.yaml", "output: json");

        var run = await ShowAsync(new() { ["HOME"] = _folder.Path });

        Assert.Contains("\"name\": \"output\",\n    \"value\": \"json\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kontroller: x", "line 1, column 13: unknown key 'kontroller'; known are controller, output, owner, "
        + "project, queue, profile, profiles")]
    [InlineData("profiles: {home: {colour: red}}", "line 1, column 27: unknown key 'colour'; known are controller, "
        + "output, owner, project, queue, profile, profiles")]
    [InlineData("profile: nobody", "line 1, column 1: profile is 'nobody', which profiles does not have")]
    [InlineData("owner: [a]", "line 1, column 8: owner has no value")]
    [InlineData("- a", "line 1, column 1: the file is no mapping of names to values")]
    public async Task A_wrong_file_is_refused_with_the_place_and_what_would_be_right(string text, string message)
    {
        var file = _folder.Write("config.yaml", text);

        var run = await ShowAsync(new() { ["RENDERACRE_CONFIG"] = file });

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal($"renderacre: {file}: {message}\n", run.Error);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_is_refused_and_the_others_are_named()
    {
        var file = _folder.Write("config.yaml", File);

        var run = await ShowAsync(new() { ["RENDERACRE_CONFIG"] = file, ["RENDERACRE_PROFILE"] = "office" });

        Assert.Equal($"renderacre: there is no profile 'office' in {file}; it has studio, home\n", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_asked_for_has_to_be_there()
    {
        var file = Path.Combine(_folder.Path, "gone.yaml");

        var run = await ShowAsync(new() { ["RENDERACRE_CONFIG"] = file });

        Assert.Equal($"renderacre: RENDERACRE_CONFIG has '{file}', which is not there\n", run.Error);
    }

    [Fact]
    public async Task A_profile_gives_the_controller_and_what_jobs_are_submitted_with()
    {
        await using var farm = await FakeFarm.StartAsync();
        var file = _folder.Write("config.yaml", $$"""
            profiles: {here: {controller: "{{farm.Url}}", owner: grace, project: comet, queue: nightly} }
            """);
        var job = _folder.Write(
            "job.json", """{"name": "j", "tasks": [{"name": "t", "command": {"executable": "x"}}]}""");

        await CliRun.OfAsync(
            new Dictionary<string, string> { ["RENDERACRE_CONFIG"] = file }, _folder.Path,
            "submit", job, "--profile", "here");

        var body = Assert.Single(farm.Asked).Body;
        Assert.Contains(
            "\"owner\":\"grace\",\"project\":\"comet\",\"queue\":\"nightly\"", body, StringComparison.Ordinal);
    }

    private Task<CliRun> ShowAsync(Dictionary<string, string> variables, params string[] args) =>
        CliRun.OfAsync(variables, _folder.Path, ["config", "show", .. args]);
}
