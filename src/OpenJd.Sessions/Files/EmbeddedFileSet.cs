using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Files;

/// <summary>
/// The embedded files of one script. They get a folder of their own in the working directory, so that equal file names
/// of two scripts do not meet. Source: template schemas §6.
/// </summary>
internal sealed class EmbeddedFileSet
{
    private readonly (EmbeddedFile File, string Path)[] _files;
    private readonly string _folder;

    /// <summary>Chooses the files' paths.</summary>
    /// <exception cref="InvalidDataException">A file name is no plain name, or is there twice.</exception>
    public EmbeddedFileSet(IReadOnlyList<EmbeddedFile> files, string sessionDirectory)
    {
        _folder = Path.Combine(sessionDirectory, $"embedded_files_{Guid.NewGuid():N}");
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
    public void AddTo(SymbolTable symbols, string scope)
    {
        foreach (var (file, path) in _files)
            symbols[$"{scope}.File.{file.Name}"] = new PathValue(path);
    }

    /// <summary>Writes the files anew: that is done before every action of the script.</summary>
    /// <exception cref="OpenJd.Expressions.Errors.ExpressionException">
    /// The data of a file cannot be resolved.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(SymbolTable symbols)
    {
        if (_files.Length == 0)
            return;
        Remove();
        PrivateFolder.Create(_folder);
        foreach (var (file, path) in _files)
            Write(file, path, FormatString.Parse(file.Data).Resolve(symbols));
    }

    /// <summary>Removes the files.</summary>
    public void Remove()
    {
        if (Directory.Exists(_folder))
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
