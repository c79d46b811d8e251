using Renderacre.Worker.Options;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Options;

public sealed class ConfigReportTests
{
    [Fact]
    public void Each_option_is_shown_with_its_value_and_where_that_comes_from()
    {
        using var folder = new TempFolder();
        string file = folder.Write(
            "w.yaml", "slots: 4\nlabels: {app: blender}\nstorage_profile: linux\ncontroller: http://file:1\n");
        string[] lines = Report(
            file, new() { ["data_dir"] = "/it's/here", ["controller"] = "http://flag:1" },
            new() { ["RFARM_WORKER_NAME"] = "render01" });

        string[] wanted =
        [
            "controller: http://flag:1/ # --controller", "name: 'render01' # RFARM_WORKER_NAME",
            "labels: {'app': 'blender'} # config key 'labels'", "slots: 4 # config key 'slots'",
            "storage_profile: 'linux' # config key 'storage_profile'", "data_dir: '/it''s/here' # --data-dir",
            "reattach_seconds: 300 # default", "on_silence: continue # default",
            "work_hours: '' # default", "when_idle: 0 # default", "on_rest: finish # default",
        ];
        Assert.Empty(wanted.Except(lines));
    }

    [Fact]
    public void The_report_is_a_config_file_that_gives_the_same_options()
    {
        using var folder = new TempFolder();
        var flags = new Dictionary<string, string>
        {
            ["name"] = "a 'b': c",
            ["labels"] = "app=blender,note=it's",
            ["slots"] = "auto",
            ["gpu_devices"] = "amd:0,1",
            ["gpu_shares"] = "3",
            ["on_silence"] = "stop",
            ["work_hours"] = "Mon-Fri 18:00-08:00; Sat,Sun",
            ["when_idle"] = "15",
            ["on_rest"] = "give-back",
            ["data_dir"] = "/data",
        };
        WorkerOptions options = OptionSources.Resolve(flags, _ => null, null);
        string file = folder.Write("w.yaml", ConfigReport.Of(options, _ => "anywhere"));

        WorkerOptions read = OptionSources.Resolve(new Dictionary<string, string>(), _ => null, file);

        Assert.Equal(options.Labels.OrderBy(label => label.Key), read.Labels.OrderBy(label => label.Key));
        Assert.Equal(options with { Labels = read.Labels, PathMappingRules = read.PathMappingRules }, read);
    }

    private static string[] Report(
        string config, Dictionary<string, string> flags, Dictionary<string, string> environment)
    {
        WorkerOptions options = OptionSources.Resolve(flags, environment.GetValueOrDefault, config);
        string report = ConfigReport.Of(
            options, OptionSources.SourceOf(flags, environment.GetValueOrDefault, config));
        return [.. report.TrimEnd().Split('\n').Select(Squeezed)];
    }

    private static string Squeezed(string line) =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
