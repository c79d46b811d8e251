using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Scopes;

namespace OpenJd.Sessions.Files;

/// <summary>
/// The embedded files of one script. They get a folder of their own in the working directory, so that equal file names
/// of two scripts do not meet. Source: template schemas §6.
/// </summary>
internal sealed class EmbeddedFileSet
{
    private readonly (EmbeddedFile File, string Path)[] _files;
    private readonly string _folder;
    private readonly string _prefix;
    private readonly bool _convertsLineEnds;

    /// <summary>Chooses the files' paths.</summary>
    /// <param name="files">The files.</param>
    /// <param name="sessionDirectory">The working directory.</param>
    /// <param name="scope"><c>Task</c> or <c>Env</c>: how format strings name the files.</param>
    /// <param name="extensions">The template's extensions: without FEATURE_BUNDLE_1 data is written as it is.</param>
    /// <exception cref="InvalidDataException">A file name is no plain name, or is there twice.</exception>
    public EmbeddedFileSet(
        IReadOnlyList<EmbeddedFile> files, string sessionDirectory, string scope, IReadOnlyList<string> extensions)
    {
        _convertsLineEnds = extensions.Contains("FEATURE_BUNDLE_1");
        _prefix = $"{scope}.File.";
        // Most scripts have none, and tasks may be short.
        _folder = files.Count == 0 ? "" : Path.Combine(sessionDirectory, $"embedded_files_{Guid.NewGuid():N}");
        _files = [.. files.Select(file => (file, Path.Combine(_folder, FileName(file))))];
        var twice = _files.GroupBy(file => file.Path).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidDataException(
                $"embedded files '{string.Join("' and '", twice.Select(file => file.File.Name))}' have the same "
                + $"filename '{Path.GetFileName(twice.Key)}'");
        }
    }

    /// <summary>Makes the paths known as <c>Task.File.Name</c> or <c>Env.File.Name</c>.</summary>
    public void AddTo(SymbolTable symbols)
    {
        foreach (var (file, path) in _files)
            symbols[_prefix + file.Name] = new PathValue(path);
    }

    /// <summary>Writes the files anew: that is done before every action of the script.</summary>
    /// <param name="scope">What the files' format strings see.</param>
    /// <param name="observer">Hears of each file.</param>
    /// <exception cref="OpenJd.Expressions.Errors.ExpressionException">
    /// The data of a file cannot be resolved.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(ScriptScope scope, IActionObserver observer)
    {
        if (_files.Length == 0)
            return;
        Remove();
        PrivateFolder.Create(_folder);
        foreach (var (file, path) in _files)
        {
            var data = scope.Text(file.Data, $"embedded file '{file.Name}'");
            Write(file, path, _convertsLineEnds ? LineEnds.Convert(data, file.EndOfLine) : data);
            observer.OnFileWritten(_prefix + file.Name, path);
        }
    }

    /// <summary>Removes the files.</summary>
    public void Remove()
    {
        if (_files.Length > 0)
            PrivateFolder.Remove(_folder);
    }

    private static string FileName(EmbeddedFile file)
    {
        var name = file.Filename ?? $"{Guid.NewGuid():N}";
        if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\0')
            || (OperatingSystem.IsWindows() && name.AsSpan().ContainsAny(Path.GetInvalidFileNameChars())))
        {
            throw new InvalidDataException(
                $"embedded file '{file.Name}': the filename '{name}' must be a plain name without folders");
        }

        return name;
    }

    // Only the user of the actions may read it (§6).
    private static void Write(EmbeddedFile file, string path, string data)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | (file.Runnable ? UnixFileMode.UserExecute : 0);
        using var writer = new StreamWriter(path, options);
        writer.Write(data);
    }
}
