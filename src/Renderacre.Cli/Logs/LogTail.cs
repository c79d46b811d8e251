using System.Text;
using System.Text.Json;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Logs;

/// <summary>How far the log of one attempt has been written.</summary>
/// <param name="task">The task.</param>
/// <param name="attempt">The attempt.</param>
/// <param name="style">How it is written.</param>
internal sealed class LogTail(TaskInfo task, TaskAttempt attempt, LogTailStyle style)
{
    /// <summary>The longest line that is held back until its end comes; longer ones are cut there.</summary>
    public const int LineCharsMax = 64 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();
    private bool _atLineStart = true;

    /// <summary>The task.</summary>
    public Guid Task => task.Id;

    /// <summary>The attempt.</summary>
    public Guid Attempt => attempt.Id;

    /// <summary>How many bytes have been taken.</summary>
    public long Offset { get; private set; }

    /// <summary>Takes the next bytes, and writes what can be written of them.</summary>
    public async Task AddAsync(ReadOnlyMemory<byte> bytes, TextWriter output)
    {
        Offset += bytes.Length;
        var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var length = _decoder.GetChars(bytes.Span, text, flush: false);
        if (length == 0)
            return;
        if (style != LogTailStyle.AsWritten)
        {
            AddLines(text.AsSpan(0, length), output);
            return;
        }

        await output.WriteAsync(text.AsMemory(0, length));
        _atLineStart = text[length - 1] == '\n';
    }

    /// <summary>Writes what was held back; nothing comes after it.</summary>
    public async Task EndAsync(TextWriter output)
    {
        if (_line.Length > 0)
            WriteLine(output);
        if (!_atLineStart)
            await output.WriteLineAsync();
    }

    private void AddLines(ReadOnlySpan<char> text, TextWriter output)
    {
        foreach (var one in text)
        {
            if (one == '\n' || _line.Length == LineCharsMax)
                WriteLine(output);
            if (one != '\n')
                _line.Append(one);
        }
    }

    private void WriteLine(TextWriter output)
    {
        var text = _line.ToString().TrimEnd('\r');
        _line.Clear();
        if (style == LogTailStyle.Json)
        {
            var line = new FollowedLine(task.Id, task.Name, attempt.Id, attempt.Number, text);
            output.WriteLine(JsonSerializer.Serialize(line, CliJsonLines.Default.FollowedLine));
            return;
        }

        output.WriteLine($"[{Cell.Clean(task.Name)}] {text}");
    }
}
