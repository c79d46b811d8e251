using Microsoft.Extensions.Logging.Console;

namespace Renderacre.Controller.Hosting;

/// <summary>Where the controller's own log lines go: standard output, one line each.</summary>
internal static class LogSetup
{
    private const string LevelVariable = "RFARM_LOG_LEVEL";

    /// <summary>Sets logging up.</summary>
    /// <param name="logging">The logging to set up.</param>
    public static void Apply(ILoggingBuilder logging)
    {
        LogLevel level = Enum.TryParse(Environment.GetEnvironmentVariable(LevelVariable), true, out LogLevel asked)
            ? asked
            : LogLevel.Information;
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Renderacre", level);
        logging.AddSimpleConsole(ApplyFormat);
    }

    private static void ApplyFormat(SimpleConsoleFormatterOptions console)
    {
        console.SingleLine = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    }
}
