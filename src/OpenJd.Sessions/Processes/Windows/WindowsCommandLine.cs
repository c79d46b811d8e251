using System.Text;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>Joins a program and its arguments into the one text that a Windows process is started with.</summary>
public static class WindowsCommandLine
{
    private const string BatchSpecials = "\"%!\r\n";

    /// <summary>
    /// Quotes as the C runtime and CommandLineToArgvW take apart: backslashes count only before a quotation mark.
    /// </summary>
    /// <param name="program">The program's path.</param>
    /// <param name="args">Its arguments.</param>
    public static string Build(string program, IReadOnlyList<string> args)
    {
        var line = new StringBuilder();
        line.Append('"').Append(program).Append('"');
        foreach (var arg in args)
        {
            line.Append(' ');
            Append(line, arg);
        }

        return line.ToString();
    }

    /// <summary>
    /// The command line of cmd.exe that runs a batch file. cmd.exe expands and splits by rules of its own, which no
    /// quoting undoes for every character.
    /// </summary>
    /// <param name="interpreter">The path of cmd.exe.</param>
    /// <param name="batchFile">The path of the batch file.</param>
    /// <param name="args">Its arguments.</param>
    /// <exception cref="ProcessStartException">An argument holds a character that cannot be passed safely.</exception>
    public static string BuildBatch(string interpreter, string batchFile, IReadOnlyList<string> args)
    {
        var line = new StringBuilder();
        line.Append('"').Append(interpreter).Append("\" /d /v:off /s /c \"\"").Append(batchFile).Append('"');
        foreach (var arg in args)
        {
            if (arg.AsSpan().IndexOfAny(BatchSpecials) is >= 0 and var at)
            {
                throw new ProcessStartException(
                    $"the batch file '{batchFile}' cannot be given an argument with the character U+{(int)arg[at]:X4}: "
                    + "cmd.exe would interpret it");
            }

            line.Append(" \"").Append(arg).Append('"');
        }

        return line.Append('"').ToString();
    }

    private static void Append(StringBuilder line, string arg)
    {
        if (arg.Length > 0 && !arg.AsSpan().ContainsAny(" \t\n\v\""))
        {
            line.Append(arg);
            return;
        }

        line.Append('"');
        var backslashes = 0;
        foreach (var character in arg)
        {
            if (character == '"')
                line.Append('\\', backslashes + 1);
            backslashes = character == '\\' ? backslashes + 1 : 0;
            line.Append(character);
        }

        line.Append('\\', backslashes).Append('"');
    }
}
