using System.Globalization;
using System.Text;

namespace Renderacre.Worker.Options;

/// <summary>Tells what each option is set to and where that comes from, as a config file with remarks.</summary>
internal static class ConfigReport
{
    private const int SourceColumn = 44;

    /// <summary>Writes the report: one line an option.</summary>
    /// <param name="options">The options.</param>
    /// <param name="sourceOf">Where the value of a config key comes from.</param>
    public static string Of(WorkerOptions options, Func<string, string> sourceOf)
    {
        var text = new StringBuilder();
        foreach (string key in ConfigFile.Keys.Where(key => ValueOf(key, options) is not null))
        {
            string line = $"{key}: {ValueOf(key, options)}";
            text.Append(CultureInfo.InvariantCulture, $"{line.PadRight(SourceColumn)} # {sourceOf(key)}\n");
        }

        return text.ToString();
    }

    private static string? ValueOf(string key, WorkerOptions options) => key switch
    {
        "controller" => options.Controller.ToString(),
        "name" => Quoted(options.Name),
        "labels" => Labels(options.Labels),
        "slots" => options.Slots?.ToString(CultureInfo.InvariantCulture) ?? "auto",
        "gpu_devices" => Quoted(options.GpuDevices),
        "gpu_shares" => options.GpuShares.ToString(CultureInfo.InvariantCulture),
        "storage_profile" => options.StorageProfile is { } profile ? Quoted(profile) : null,
        "data_dir" => Quoted(options.DataFolder),
        "reattach_seconds" => options.ReattachSeconds.ToString(CultureInfo.InvariantCulture),
        "run_as" => options.RunAs is { } user ? Quoted(user) : "''",
        "work_hours" => options.WorkHours is { } hours ? Quoted(hours.ToString()) : "''",
        "when_idle" => (options.WhenIdleMinutes ?? 0).ToString(CultureInfo.InvariantCulture),
        "on_rest" => options.GiveBackOnRest ? OptionSources.GiveBack : OptionSources.Finish,
        "on_silence" => options.StopOnSilence ? "stop" : "continue",
        _ => null, // Taken for compatibility, and meaning nothing.
    };

    private static string Labels(IReadOnlyDictionary<string, string> labels) => "{"
        + string.Join(", ", labels.Select(label => $"{Quoted(label.Key)}: {Quoted(label.Value)}")) + "}";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
