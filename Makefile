# Công Vụ: bare `make` lists what there is to do.
# PORT and DATA choose the port and the data folder: make run PORT=8080 DATA=/srv/congvu

PYTEST = .venv/bin/pytest
export PORT DATA

.PHONY: help setup run test check guide bench lock

help:
	@echo "make setup   cài đặt mọi thứ cần thiết vào thư mục này, không chạy gì"
	@echo "make run     cài đặt nếu cần, rồi chạy tại http://127.0.0.1:8000 (PORT=…, DATA=…); Ctrl-C để dừng"
	@echo "make test    cài đặt nếu cần, rồi chạy các bài kiểm thử"
	@echo "make check   kiểm tra cách viết, kiểu, tầng lớp và khóa phiên bản"
	@echo "make guide   chụp lại ảnh của hướng dẫn sử dụng (cần Chromium)"
	@echo "make bench   đo tốc độ bên cạnh giới hạn trần: SIZES=1000,50000,1000000, ARGS=\"--scenario people\""
	@echo "make lock    khóa lại phiên bản các gói (cần mạng)"

setup:
	@scripts/setup test

run:
	@scripts/setup run
	@exec .venv/bin/congvu up

test:
	@scripts/setup test
	@$(PYTEST) -n auto --maxprocesses 8 $(ARGS)

check:
	@scripts/setup test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTEST) tests/architecture

guide:
	@scripts/setup test
	GUIDE_PICTURES=1 $(PYTEST) -n0 tests/journeys/test_guide_pictures.py

bench:
	@scripts/setup test
	@.venv/bin/python -m bench $(ARGS)

lock:
	@scripts/setup test
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		requirements/base.in -o requirements/base.txt
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		requirements/dev.in -c requirements/base.txt -o requirements/dev.txt
	npm install --package-lock-only --ignore-scripts
