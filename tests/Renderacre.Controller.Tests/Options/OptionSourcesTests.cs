using System.Net;
using Renderacre.Controller.Options;

namespace Renderacre.Controller.Tests.Options;

public sealed class OptionSourcesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_flag_beats_the_environment_which_beats_the_file_which_beats_the_default()
    {
        File.WriteAllText(_file, "bind: 127.0.0.1:1\nlease_seconds: 11\nsqlite_path: file.db\n");
        ControllerOptions options = Resolve(
            new() { ["bind"] = "127.0.0.1:3" },
            new() { ["RFARM_BIND"] = "127.0.0.1:2", ["RFARM_LEASE_SECONDS"] = "12" }, _file);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 3), options.Bind);
        Assert.Equal(TimeSpan.FromSeconds(12), options.LeaseTime);
        Assert.Equal("file.db", options.SqlitePath);
        Assert.Equal(StorageKind.Sqlite, options.Storage);
    }

    [Fact]
    public void The_environment_names_the_config_file()
    {
        File.WriteAllText(_file, "storage: memory");
        Assert.Equal(StorageKind.Memory, Resolve([], new() { ["RFARM_CONFIG"] = _file }, null).Storage);
    }

    [Fact]
    public void An_empty_config_file_says_nothing()
    {
        File.WriteAllText(_file, "");
        Assert.Equal(7878, Resolve([], [], _file).Bind.Port);
    }

    [Fact]
    public void An_unknown_key_in_the_config_file_is_named_with_its_place_and_the_known_ones()
    {
        File.WriteAllText(_file, "bind: 127.0.0.1:1\nslots: 4\n");
        OptionsException fault = Assert.Throws<OptionsException>(() => Resolve([], [], _file));
        Assert.Equal(1, fault.ExitCode);
        Assert.Equal(
            $"config file '{_file}', line 2, column 1: unknown key 'slots'; known are bind, storage, sqlite_path, "
            + "lease_seconds, dashboard_dir, log_dir, insecure, allow_origin, artifact_root, "
            + "share_between, sick_after, sick_window_seconds, sick_pause_seconds, hooks", fault.Message);
    }

    [Theory]
    [InlineData("[1]", "a mapping of keys to values is wanted")]
    [InlineData("bind: [1]", "'bind' wants a single value")]
    [InlineData("bind: 127.0.0.1:1\nbind: 127.0.0.1:2", "key 'bind' is given twice")]
    [InlineData("lease_seconds: soon", "config key 'lease_seconds': 'soon' is wrong; a whole number of seconds")]
    public void A_wrong_config_file_is_refused(string text, string message)
    {
        File.WriteAllText(_file, text);
        OptionsException fault = Assert.Throws<OptionsException>(() => Resolve([], [], _file));
        Assert.Equal(1, fault.ExitCode);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_config_file_is_named()
    {
        OptionsException fault = Assert.Throws<OptionsException>(() => Resolve([], [], _file + ".none"));
        Assert.StartsWith($"config file '{_file}.none': ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bind", "localhost", "--bind: 'localhost' is wrong; an IP address and a port")]
    [InlineData("storage", "postgres", "--storage: 'postgres' is wrong; memory or sqlite is wanted")]
    [InlineData("allow_origin", "https://a/b", "--allow-origin: 'https://a/b' is wrong")]
    public void A_wrong_flag_names_itself_and_what_is_wanted(string key, string value, string message)
    {
        OptionsException fault = Assert.Throws<OptionsException>(() => Resolve(new() { [key] = value }, [], null));
        Assert.Equal(2, fault.ExitCode);
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Less_than_a_second_of_lease_counts_as_one() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Resolve(new() { ["lease_seconds"] = "0" }, [], null).LeaseTime);

    [Fact]
    public void An_address_beyond_loopback_needs_insecure()
    {
        OptionsException fault = Assert.Throws<OptionsException>(
            () => Resolve(new() { ["bind"] = "0.0.0.0:7878" }, [], null));
        Assert.Contains("--insecure", fault.Message, StringComparison.Ordinal);
        Assert.True(Resolve(new() { ["bind"] = "0.0.0.0:7878", ["insecure"] = "true" }, [], null).Insecure);
    }

    [Fact]
    public void A_report_says_where_each_value_comes_from()
    {
        File.WriteAllText(_file, "lease_seconds: 11\nallow_origin: [https://a.example, https://b.example]\n");
        Dictionary<string, string> environment = new() { ["RFARM_STORAGE"] = "memory", ["RFARM_CONFIG"] = _file };
        IReadOnlyList<Setting> settings = OptionSources.Gather(
            new Dictionary<string, string> { ["bind"] = "127.0.0.1:3" }, environment.GetValueOrDefault, null);
        string[] report = ConfigReport.Of(settings, OptionValues.Settle(settings)).Split('\n');
        string[] expected =
        [
            "bind: '127.0.0.1:3' # --bind", "storage: memory # RFARM_STORAGE",
            "lease_seconds: 11 # config key 'lease_seconds'", "sqlite_path: 'renderacre.sqlite3' # default",
            "# dashboard_dir: none # default",
            "allow_origin: ['https://a.example', 'https://b.example'] # config key 'allow_origin'",
        ];
        string[] plain =
            [.. report.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.All(expected, line => Assert.Contains(line, plain));
    }

    [Fact]
    public void A_report_is_a_config_file_that_says_the_same()
    {
        IReadOnlyList<Setting> settings = OptionSources.Gather(
            new Dictionary<string, string> { ["artifact_root"] = Path.GetTempPath(), ["bind"] = "[::1]:9" },
            _ => null, null);
        ControllerOptions options = OptionValues.Settle(settings);
        File.WriteAllText(_file, ConfigReport.Of(settings, options));
        ControllerOptions again = Resolve([], [], _file);
        Assert.Equal((options.Bind, options.LeaseTime), (again.Bind, again.LeaseTime));
        Assert.Equal(options.ArtifactRoots, again.ArtifactRoots);
    }

    [Fact]
    public async Task A_wrong_option_ends_the_program_with_2() =>
        Assert.Equal(2, await ControllerProgram.RunAsync(["--nope"], TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_database_in_a_missing_folder_ends_the_program_with_1() => Assert.Equal(1,
        await ControllerProgram.RunAsync(
            ["--bind", "127.0.0.1:0", "--sqlite-path", Path.Combine(_file, "none", "farm.db")],
            TestContext.Current.CancellationToken));

    private static ControllerOptions Resolve(
        Dictionary<string, string> flags, Dictionary<string, string> environment, string? configPath) =>
        OptionSources.Resolve(flags, environment.GetValueOrDefault, configPath);
}
